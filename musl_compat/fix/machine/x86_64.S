/* Run by the loader as DT_INIT: calls the IFUNC resolvers of this object, stores what they give, and goes on to the object's
 * own DT_INIT. What it works on is the table behind it; see musl_compat/fix/machine/__init__.py for its layout.
 * Psabi: rdi, rsi and rdx may hold arguments for DT_INIT; on entry rsp is 8 below a multiple of 16. */
	.text
entry:
	push %rdi
	push %rsi
	push %rdx
	push %rbx
	push %rbp
	push %r12
	push %r13
	lea table(%rip), %rbx
	mov %rbx, %rbp
	sub (%rbx), %rbp		/* the load address */
	mov $3, %edx			/* PROT_READ | PROT_WRITE */
	call protect
	mov 32(%rbx), %r13
	lea 40(%rbx), %r12
1:	test %r13, %r13
	jz 2f
	mov 8(%r12), %rax
	add %rbp, %rax
	call *%rax
	mov (%r12), %rcx
	mov %rax, (%rcx, %rbp)
	add $16, %r12
	dec %r13
	jmp 1b
2:	mov $1, %edx			/* PROT_READ */
	call protect
	mov 8(%rbx), %rax
	test %rax, %rax
	jz 3f
	add %rbp, %rax
3:	pop %r13
	pop %r12
	pop %rbp
	pop %rbx
	pop %rdx
	pop %rsi
	pop %rdi
	test %rax, %rax
	jz 4f
	jmp *%rax
4:	ret
protect:
	mov 24(%rbx), %rsi
	test %rsi, %rsi
	jz 5f
	mov 16(%rbx), %rdi
	add %rbp, %rdi
	mov $10, %eax			/* mprotect */
	syscall
5:	ret
	.balign 16, 0xcc
table:
