/* Run by the loader as DT_INIT: calls the IFUNC resolvers of this object, stores what they give, and goes on to the object's
 * own DT_INIT. What it works on is the table behind it; see musl_compat/fix/machine/__init__.py for its layout.
 * AAPCS64. A resolver gets AT_HWCAP with bit 62 set and a pointer to {size, AT_HWCAP, AT_HWCAP2}; both come from
 * /proc/self/auxv, and are 0 where that cannot be read. The table's protected range is that of pages of 4 KiB; it is made
 * one of this system's pages (AT_PAGESZ) here, as musl does. */
	.text
entry:
	hint #34			/* bti c: the kernel may demand it */
	stp x29, x30, [sp, #-96]!
	mov x29, sp
	stp x0, x1, [sp, #16]
	stp x2, x19, [sp, #32]
	stp x20, x21, [sp, #48]
	stp x22, x23, [sp, #64]
	str x24, [sp, #80]
	sub sp, sp, #1024
	adr x19, table
	ldr x20, [x19]
	sub x20, x19, x20		/* the load address */
	mov x21, xzr			/* AT_HWCAP */
	mov x22, xzr			/* AT_HWCAP2 */
	mov x23, #4096			/* AT_PAGESZ */
	mov x0, #-100
	adr x1, auxv
	mov x2, xzr
	mov x3, xzr
	mov x8, #56			/* openat */
	svc #0
	tbnz x0, #63, 2f
	mov x24, x0
	mov x1, sp
	mov x2, #1008
	mov x8, #63			/* read */
	svc #0
	mov x4, x0
	mov x0, x24
	mov x8, #57			/* close */
	svc #0
	mov x1, sp
	cmp x4, #16
	b.lt 2f
1:	ldp x2, x3, [x1], #16
	cbz x2, 2f
	cmp x2, #16
	csel x21, x3, x21, eq
	cmp x2, #26
	csel x22, x3, x22, eq
	cmp x2, #6
	csel x23, x3, x23, eq
	sub x4, x4, #16
	cmp x4, #16
	b.ge 1b
2:	mov x0, #24			/* the second argument, at sp */
	stp x0, x21, [sp]
	str x22, [sp, #16]
	mov x2, #3			/* PROT_READ | PROT_WRITE */
	bl protect
	ldr x24, [x19, #32]
	add x22, x19, #40
3:	cbz x24, 4f
	ldr x9, [x22, #8]
	add x9, x9, x20
	orr x0, x21, #0x4000000000000000
	mov x1, sp
	blr x9
	ldr x9, [x22], #16
	str x0, [x9, x20]
	sub x24, x24, #1
	b 3b
4:	mov x2, #1			/* PROT_READ */
	bl protect
	ldr x9, [x19, #8]
	cbz x9, 5f
	add x9, x9, x20
5:	add sp, sp, #1024
	ldp x0, x1, [sp, #16]
	ldp x2, x19, [sp, #32]
	ldp x20, x21, [sp, #48]
	ldp x22, x23, [sp, #64]
	ldr x24, [sp, #80]
	ldp x29, x30, [sp], #96
	cbz x9, 6f
	br x9
6:	ret
protect:
	ldp x0, x1, [x19, #16]
	cbz x1, 7f
	add x0, x0, x20
	add x1, x0, x1
	neg x3, x23
	and x0, x0, x3
	and x1, x1, x3
	subs x1, x1, x0
	b.ls 7f
	mov x8, #226			/* mprotect */
	svc #0
7:	ret
auxv:	.asciz "/proc/self/auxv"
	.balign 16
table:
