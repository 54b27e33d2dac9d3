/* Opened while the program runs. */
#include <stdio.h>

#define INITIAL_EXEC __attribute__((tls_model("initial-exec")))

static __thread int counted INITIAL_EXEC = 5;
__thread long exported INITIAL_EXEC = 7;
static __thread char large[512] INITIAL_EXEC;

/* A function of its own, with variables below the stack pointer where the ABI has room for them there. */
__attribute__((noinline)) int plugin_count(int n)
{
	volatile int kept[16];

	for (int i = 0; i < 16; i++)
		kept[i] = i * n;
	counted += n;
	large[counted % 512]++;
	exported += large[counted % 512];
	for (int i = 0; i < 16; i++)
		if (kept[i] != i * n)
			return -1;
	return counted + (int)exported;
}

#ifdef __x86_64__
static int bad, all;
static int sum __attribute__((used));
static long flags __attribute__((used));
/* Each register, loaded and added to, with all others and the flags as they were. */
#define FILL "mov $0, %%rax; mov $1, %%rcx; mov $2, %%rdx; mov $3, %%rbx; mov $6, %%rsi; mov $7, %%rdi;" \
	"mov $8, %%r8; mov $9, %%r9; mov $10, %%r10; mov $11, %%r11; mov $12, %%r12; mov $13, %%r13;" \
	"mov $14, %%r14; mov $15, %%r15;"
#define SUM "add %%rcx, %%rax; add %%rdx, %%rax; add %%rbx, %%rax; add %%rsi, %%rax; add %%rdi, %%rax;" \
	"add %%r8, %%rax; add %%r9, %%rax; add %%r10, %%rax; add %%r11, %%rax; add %%r12, %%rax;" \
	"add %%r13, %%rax; add %%r14, %%rax; add %%r15, %%rax;"
#define EVERY(X) X(rax) X(rcx) X(rdx) X(rbx) X(rsi) X(rdi) X(r8) X(r9) X(r10) X(r11) X(r12) X(r13) X(r14) X(r15)
/* Signed overflow, and what a comparison of equal numbers leaves. */
#define OVERFLOWS "mov $127, %%al; add $1, %%al;"
#define EQUAL "xor %%ax, %%ax; stc;"
#define KEPT : : : "rax", "rcx", "rdx", "rbx", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "memory"
#define LOAD(reg, flagged) \
	__asm__ volatile(FILL flagged "mov counted@gottpoff(%%rip), %%" #reg "; pushfq; popq flags(%%rip);" \
		"movl $77, %%fs:(%%" #reg "); mov $0, %%" #reg "; " SUM "mov %%eax, sum(%%rip)" KEPT); \
	bad |= counted != 77; all += sum + (flags & 0x8d5); counted = 0;
#define TRY(reg) \
	LOAD(reg, OVERFLOWS) LOAD(reg, EQUAL) \
	__asm__ volatile(FILL "mov %%fs:0, %%" #reg "; add counted@gottpoff(%%rip), %%" #reg "; movl $78, (%%" #reg ");" \
		"mov $0, %%" #reg "; " SUM "mov %%eax, sum(%%rip)" KEPT); \
	bad |= counted != 78; all += sum; counted = 0;

/* Everything is static: the stack pointer is not where the compiler thinks, with room that belongs to nobody. */
__attribute__((noinline)) static void each(void)
{
	static int kept;

	kept = counted;
	__asm__ volatile("sub $256, %%rsp" : : : "memory");
	EVERY(TRY)
	__asm__ volatile("add $256, %%rsp" : : : "memory");
	counted = kept;
}

const char *plugin_odd(void)
{
	static char said[64];

	each();
	sprintf(said, "%d %d", all, bad);
	return said;
}
#else
const char *plugin_odd(void)
{
	return "all";
}
#endif
