/* recipe: ucontext
 * symbols: getcontext setcontext makecontext swapcontext
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: x86_64 aarch64 i386
 * needs: -
 * fidelity: equivalent
 * differs: no shadow stack (CET) support; a context that a signal handler was given resumes its general registers only as far
 *   as a call preserves them
 * spec: POSIX.1-2001 getcontext, makecontext; glibc manual, "System V contexts"; System V psABI AMD64 3.2.1 and i386, AAPCS64 6.1;
 *   <sys/ucontext.h> for the layout
 * scope: public
 */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <ucontext.h>

/* musl's ucontext_t has glibc's layout on these machines as far as these functions reach. */
void mc_context_start(void);
_Noreturn void mc_context_end(const ucontext_t *link);

/* Where the first function of a context returns to. */
_Noreturn void mc_context_end(const ucontext_t *link)
{
	if (link)
		setcontext(link);
	exit(link ? EXIT_FAILURE : 0);
}

#ifdef __x86_64__
_Static_assert(offsetof(ucontext_t, uc_mcontext) == 40 && offsetof(ucontext_t, uc_sigmask) == 296, "offsets in the code below");

/* ucontext_t: registers from 40 on (r8..r15 rdi rsi rbp rbx rdx rax rcx rsp rip), pointer to the FPU state at 224,
 * signal mask at 296, FPU state at 424 with MXCSR at 24 of it. System call 14 is rt_sigprocmask with a mask of 8 bytes. */
__asm__(".text\n"
	".globl getcontext\n.type getcontext,@function\n"
	"getcontext:\n.cfi_startproc\n"
	"	mov %rbx, 128(%rdi)\n	mov %rbp, 120(%rdi)\n"
	"	mov %r12, 72(%rdi)\n	mov %r13, 80(%rdi)\n	mov %r14, 88(%rdi)\n	mov %r15, 96(%rdi)\n"
	"	mov %rdi, 104(%rdi)\n	mov %rsi, 112(%rdi)\n	mov %rdx, 136(%rdi)\n	mov %rcx, 152(%rdi)\n"
	"	mov %r8, 40(%rdi)\n	mov %r9, 48(%rdi)\n"
	"	mov (%rsp), %rcx\n	mov %rcx, 168(%rdi)\n"
	"	lea 8(%rsp), %rcx\n	mov %rcx, 160(%rdi)\n"
	"	lea 424(%rdi), %rcx\n	mov %rcx, 224(%rdi)\n"
	"	fnstenv (%rcx)\n	fldenv (%rcx)\n	stmxcsr 24(%rcx)\n"
	"	lea 296(%rdi), %rdx\n	xor %esi, %esi\n	xor %edi, %edi\n	mov $8, %r10d\n	mov $14, %eax\n	syscall\n"
	"	xor %eax, %eax\n	ret\n"
	".cfi_endproc\n.size getcontext,.-getcontext\n"

	".globl swapcontext\n.type swapcontext,@function\n"
	"swapcontext:\n.cfi_startproc\n"
	"	mov %rbx, 128(%rdi)\n	mov %rbp, 120(%rdi)\n"
	"	mov %r12, 72(%rdi)\n	mov %r13, 80(%rdi)\n	mov %r14, 88(%rdi)\n	mov %r15, 96(%rdi)\n"
	"	mov %rdi, 104(%rdi)\n	mov %rsi, 112(%rdi)\n	mov %rdx, 136(%rdi)\n	mov %rcx, 152(%rdi)\n"
	"	mov %r8, 40(%rdi)\n	mov %r9, 48(%rdi)\n"
	"	mov (%rsp), %rcx\n	mov %rcx, 168(%rdi)\n"
	"	lea 8(%rsp), %rcx\n	mov %rcx, 160(%rdi)\n"
	"	lea 424(%rdi), %rcx\n	mov %rcx, 224(%rdi)\n"
	"	fnstenv (%rcx)\n	stmxcsr 24(%rcx)\n"
	"	mov %rsi, %r8\n" /* a system call keeps r8 */
	"	lea 296(%rdi), %rdx\n	lea 296(%rsi), %rsi\n	mov $2, %edi\n	mov $8, %r10d\n	mov $14, %eax\n	syscall\n"
	"	mov %r8, %rdx\n	jmp 1f\n"
	".cfi_endproc\n.size swapcontext,.-swapcontext\n"

	".globl setcontext\n.type setcontext,@function\n"
	"setcontext:\n.cfi_startproc\n"
	"	mov %rdi, %r8\n"
	"	lea 296(%rdi), %rsi\n	xor %edx, %edx\n	mov $2, %edi\n	mov $8, %r10d\n	mov $14, %eax\n	syscall\n"
	"	mov %r8, %rdx\n"
	"1:	mov 224(%rdx), %rcx\n	fldenv (%rcx)\n	ldmxcsr 448(%rdx)\n"
	"	mov 160(%rdx), %rsp\n	mov 128(%rdx), %rbx\n	mov 120(%rdx), %rbp\n"
	"	mov 72(%rdx), %r12\n	mov 80(%rdx), %r13\n	mov 88(%rdx), %r14\n	mov 96(%rdx), %r15\n"
	"	mov 168(%rdx), %r11\n"
	"	mov 112(%rdx), %rsi\n	mov 104(%rdx), %rdi\n	mov 152(%rdx), %rcx\n	mov 40(%rdx), %r8\n	mov 48(%rdx), %r9\n"
	"	mov 136(%rdx), %rdx\n"
	"	xor %eax, %eax\n	jmp *%r11\n"
	".cfi_endproc\n.size setcontext,.-setcontext\n"

	/* rbx is kept by the function that returned here. The unwinder must stop: there is no caller. */
	".type mc_context_start,@function\n"
	".globl mc_context_start\n.hidden mc_context_start\n.hidden mc_context_end\n"
	"	nop\n" /* unwinders look one byte before the return address */
	"mc_context_start:\n.cfi_startproc\n.cfi_undefined rip\n"
	"	mov %rbx, %rdi\n	call mc_context_end\n	hlt\n"
	".cfi_endproc\n.size mc_context_start,.-mc_context_start\n");

void makecontext(ucontext_t *context, void (*function)(void), int count, ...)
{
	greg_t *regs = context->uc_mcontext.gregs;
	static const uint8_t places[6] = {REG_RDI, REG_RSI, REG_RDX, REG_RCX, REG_R8, REG_R9};
	uintptr_t top = (uintptr_t)context->uc_stack.ss_sp + context->uc_stack.ss_size;
	uintptr_t *sp;
	va_list args;

	top -= count > 6 ? (uintptr_t)(count - 6) * 8 : 0;
	sp = (uintptr_t *)((top & ~(uintptr_t)15) - 8);
	*sp = (uintptr_t)mc_context_start;
	va_start(args, count);
	for (int i = 0; i < count; i++) {
		greg_t value = va_arg(args, greg_t);
		if (i < 6)
			regs[places[i]] = value;
		else
			sp[i - 5] = (uintptr_t)value;
	}
	va_end(args);
	regs[REG_RIP] = (greg_t)(uintptr_t)function;
	regs[REG_RSP] = (greg_t)(uintptr_t)sp;
	regs[REG_RBX] = (greg_t)(uintptr_t)context->uc_link;
}
#endif

#ifdef __aarch64__
/* ucontext_t: signal mask at 40; x0.. at 184, sp at 432, pc at 440, pstate at 448; from 464 on the FPSIMD record:
 * magic, size, fpsr at 472, fpcr at 476, v0.. at 480. System call 135 is rt_sigprocmask. */
__asm__(".text\n"
	".globl getcontext\n.type getcontext,%function\n"
	"getcontext:\n.cfi_startproc\n"
	"	str xzr, [x0, 184]\n"
	"	stp x18, x19, [x0, 328]\n	stp x20, x21, [x0, 344]\n	stp x22, x23, [x0, 360]\n	stp x24, x25, [x0, 376]\n"
	"	stp x26, x27, [x0, 392]\n	stp x28, x29, [x0, 408]\n	str x30, [x0, 424]\n"
	"	mov x2, sp\n	stp x2, x30, [x0, 432]\n	str xzr, [x0, 448]\n"
	"	movz w2, 0x8001\n	movk w2, 0x4650, lsl 16\n	mov w3, 528\n	add x4, x0, 464\n	stp w2, w3, [x4]\n"
	"	mrs x2, fpsr\n	mrs x3, fpcr\n	stp w2, w3, [x4, 8]\n"
	"	add x2, x0, 608\n	stp q8, q9, [x2]\n	stp q10, q11, [x2, 32]\n	stp q12, q13, [x2, 64]\n	stp q14, q15, [x2, 96]\n"
	"	str xzr, [x0, 992]\n" /* the record that ends the list: magic and size 0 */
	"	add x2, x0, 40\n	mov x0, 0\n	mov x1, 0\n	mov x3, 8\n	mov x8, 135\n	svc 0\n"
	"	mov w0, 0\n	ret\n"
	".cfi_endproc\n.size getcontext,.-getcontext\n"

	".globl swapcontext\n.type swapcontext,%function\n"
	"swapcontext:\n.cfi_startproc\n"
	"	stp x29, x30, [sp, -32]!\n.cfi_def_cfa_offset 32\n.cfi_offset 29, -32\n.cfi_offset 30, -24\n"
	"	stp x0, x1, [sp, 16]\n	bl getcontext\n"
	"	ldp x0, x1, [sp, 16]\n	ldp x29, x30, [sp], 32\n.cfi_def_cfa_offset 0\n.cfi_restore 29\n.cfi_restore 30\n"
	/* What getcontext saved is this function's view: put the caller's in its place. */
	"	mov x2, sp\n	stp x2, x30, [x0, 432]\n	stp x29, x30, [x0, 416]\n"
	"	mov x0, x1\n	b setcontext\n"
	".cfi_endproc\n.size swapcontext,.-swapcontext\n"

	".globl setcontext\n.type setcontext,%function\n"
	"setcontext:\n.cfi_startproc\n"
	"	mov x9, x0\n"
	"	add x1, x0, 40\n	mov x0, 2\n	mov x2, 0\n	mov x3, 8\n	mov x8, 135\n	svc 0\n"
	"	mov x0, x9\n"
	"	add x4, x0, 464\n	ldp w2, w3, [x4, 8]\n	msr fpsr, x2\n	msr fpcr, x3\n"
	"	add x2, x0, 608\n	ldp q8, q9, [x2]\n	ldp q10, q11, [x2, 32]\n	ldp q12, q13, [x2, 64]\n	ldp q14, q15, [x2, 96]\n"
	"	ldp x18, x19, [x0, 328]\n	ldp x20, x21, [x0, 344]\n	ldp x22, x23, [x0, 360]\n	ldp x24, x25, [x0, 376]\n"
	"	ldp x26, x27, [x0, 392]\n	ldp x28, x29, [x0, 408]\n	ldr x30, [x0, 424]\n"
	"	ldp x2, x16, [x0, 432]\n	mov sp, x2\n"
	"	ldp x2, x3, [x0, 200]\n	ldp x4, x5, [x0, 216]\n	ldp x6, x7, [x0, 232]\n	ldp x0, x1, [x0, 184]\n"
	"	br x16\n"
	".cfi_endproc\n.size setcontext,.-setcontext\n"

	".type mc_context_start,%function\n"
	".globl mc_context_start\n.hidden mc_context_start\n.hidden mc_context_end\n"
	"	nop\n"
	"mc_context_start:\n.cfi_startproc\n.cfi_undefined x30\n"
	"	mov x0, x19\n	bl mc_context_end\n"
	".cfi_endproc\n.size mc_context_start,.-mc_context_start\n");

void makecontext(ucontext_t *context, void (*function)(void), int count, ...)
{
	uintptr_t top = (uintptr_t)context->uc_stack.ss_sp + context->uc_stack.ss_size;
	uintptr_t *sp;
	va_list args;

	top -= count > 8 ? (uintptr_t)(count - 8) * 8 : 0;
	sp = (uintptr_t *)(top & ~(uintptr_t)15);
	va_start(args, count);
	for (int i = 0; i < count; i++) {
		unsigned long value = va_arg(args, unsigned long);
		if (i < 8)
			context->uc_mcontext.regs[i] = value;
		else
			sp[i - 8] = value;
	}
	va_end(args);
	context->uc_mcontext.regs[19] = (unsigned long)context->uc_link;
	context->uc_mcontext.regs[29] = 0;
	context->uc_mcontext.regs[30] = (unsigned long)mc_context_start;
	context->uc_mcontext.sp = (unsigned long)sp;
	context->uc_mcontext.pc = (unsigned long)function;
}
#endif

#ifdef __i386__
_Static_assert(offsetof(ucontext_t, uc_mcontext) == 20 && offsetof(ucontext_t, uc_sigmask) == 108
	&& offsetof(ucontext_t, __fpregs_mem) == 236, "offsets in the code below");

/* ucontext_t: registers from 20 on (gs fs es ds edi esi ebp esp ebx edx ecx eax trapno err eip), pointer to the FPU state at 96,
 * signal mask at 108, FPU state at 236. System call 175 is rt_sigprocmask with a mask of 8 bytes. */
#define SAVE \
	"	mov %edi, 36(%eax)\n	mov %esi, 40(%eax)\n	mov %ebp, 44(%eax)\n	mov %ebx, 52(%eax)\n" \
	"	mov %edx, 56(%eax)\n	mov %ecx, 60(%eax)\n	movl $0, 64(%eax)\n" \
	"	mov (%esp), %ecx\n	mov %ecx, 76(%eax)\n	lea 4(%esp), %ecx\n	mov %ecx, 48(%eax)\n" \
	"	lea 236(%eax), %ecx\n	mov %ecx, 96(%eax)\n	fnstenv (%ecx)\n"

__asm__(".text\n"
	".globl getcontext\n.type getcontext,@function\n"
	"getcontext:\n.cfi_startproc\n"
	"	mov 4(%esp), %eax\n" SAVE
	"	fldenv (%ecx)\n"
	"	xor %ecx, %ecx\n	lea 108(%eax), %edx\n	mov %ebx, %edi\n"
	"	xor %ebx, %ebx\n	mov $8, %esi\n	mov $175, %eax\n	int $0x80\n"
	"	mov %edi, %ebx\n	mov 4(%esp), %eax\n	mov 36(%eax), %edi\n	mov 40(%eax), %esi\n"
	"	xor %eax, %eax\n	ret\n"
	".cfi_endproc\n.size getcontext,.-getcontext\n"

	".globl swapcontext\n.type swapcontext,@function\n"
	"swapcontext:\n.cfi_startproc\n"
	"	mov 4(%esp), %eax\n" SAVE
	"	mov 8(%esp), %ebp\n"
	"	lea 108(%eax), %edx\n	lea 108(%ebp), %ecx\n	mov $2, %ebx\n	mov $8, %esi\n	mov $175, %eax\n	int $0x80\n"
	"	jmp 1f\n"
	".cfi_endproc\n.size swapcontext,.-swapcontext\n"

	".globl setcontext\n.type setcontext,@function\n"
	"setcontext:\n.cfi_startproc\n"
	"	mov 4(%esp), %ebp\n"
	"	xor %edx, %edx\n	lea 108(%ebp), %ecx\n	mov $2, %ebx\n	mov $8, %esi\n	mov $175, %eax\n	int $0x80\n"
	"1:	mov %ebp, %eax\n	mov 96(%eax), %ecx\n	fldenv (%ecx)\n"
	"	mov 48(%eax), %esp\n	mov 36(%eax), %edi\n	mov 40(%eax), %esi\n	mov 44(%eax), %ebp\n	mov 52(%eax), %ebx\n"
	"	pushl 76(%eax)\n	mov 56(%eax), %edx\n	mov 60(%eax), %ecx\n	mov 64(%eax), %eax\n	ret\n"
	".cfi_endproc\n.size setcontext,.-setcontext\n"

	/* ebx is kept by the function that returned here, and the stack is aligned as for its call. */
	".type mc_context_start,@function\n"
	".globl mc_context_start\n.hidden mc_context_start\n.hidden mc_context_end\n"
	"	nop\n"
	"mc_context_start:\n.cfi_startproc\n.cfi_undefined eip\n"
	"	mov %ebx, (%esp)\n	call mc_context_end\n	hlt\n"
	".cfi_endproc\n.size mc_context_start,.-mc_context_start\n");

void makecontext(ucontext_t *context, void (*function)(void), int count, ...)
{
	greg_t *regs = context->uc_mcontext.gregs;
	uintptr_t top = (uintptr_t)context->uc_stack.ss_sp + context->uc_stack.ss_size;
	uintptr_t *sp;
	va_list args;

	/* Room for one argument at least: that of mc_context_end. */
	sp = (uintptr_t *)((top - (count > 1 ? (uintptr_t)count : 1) * 4) & ~(uintptr_t)15) - 1;
	*sp = (uintptr_t)mc_context_start;
	va_start(args, count);
	for (int i = 0; i < count; i++)
		sp[1 + i] = va_arg(args, uintptr_t);
	va_end(args);
	regs[REG_EIP] = (greg_t)(uintptr_t)function;
	regs[REG_ESP] = (greg_t)(uintptr_t)sp;
	regs[REG_EBX] = (greg_t)(uintptr_t)context->uc_link;
}
#endif
