/* recipe: feenableexcept
 * symbols: feenableexcept fedisableexcept fegetexcept
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: x86_64 i386 aarch64
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages feenableexcept(3); Intel SDM volume 1, 8.1.5 and 10.2.3 (exception masks of the x87
 *   and of SSE); Arm ARM, FPCR: the enable bits read as zero where the processor does not trap
 * scope: public
 */
#include <fenv.h>
#ifdef __i386__
#include <sys/auxv.h>
#endif

#ifdef __aarch64__
/* The enable bits stand eight bits above the flags of FPSR. */
static unsigned masked(void)
{
	unsigned long control;
	__asm__ volatile("mrs %0, fpcr" : "=r"(control));
	return ~(unsigned)(control >> 8) & FE_ALL_EXCEPT;
}

static void set_masked(unsigned mask)
{
	unsigned long control;
	__asm__ volatile("mrs %0, fpcr" : "=r"(control));
	control = (control & ~((unsigned long)FE_ALL_EXCEPT << 8)) | (unsigned long)(~mask & FE_ALL_EXCEPT) << 8;
	__asm__ volatile("msr fpcr, %0" : : "r"(control));
}
#else
static int has_sse(void)
{
#ifdef __i386__
	return getauxval(AT_HWCAP) >> 25 & 1;
#else
	return 1;
#endif
}

/* A set bit in the control words masks an exception; SSE's masks stand seven bits above its flags. */
static unsigned masked(void)
{
	unsigned short x87;
	__asm__ volatile("fnstcw %0" : "=m"(x87));
	return x87 & FE_ALL_EXCEPT;
}

static void set_masked(unsigned mask)
{
	unsigned short x87;
	unsigned sse;
	__asm__ volatile("fnstcw %0" : "=m"(x87));
	x87 = (unsigned short)((x87 & ~(unsigned)FE_ALL_EXCEPT) | mask);
	__asm__ volatile("fldcw %0" : : "m"(x87));
	if (!has_sse()) return;
	__asm__ volatile("stmxcsr %0" : "=m"(sse));
	sse = (sse & ~((unsigned)FE_ALL_EXCEPT << 7)) | mask << 7;
	__asm__ volatile("ldmxcsr %0" : : "m"(sse));
}
#endif

int fegetexcept(void)
{
	return (int)(~masked() & FE_ALL_EXCEPT);
}

int feenableexcept(int exceptions)
{
	int before = fegetexcept();
	set_masked(masked() & ~((unsigned)exceptions & FE_ALL_EXCEPT));
	return fegetexcept() == (before | (exceptions & FE_ALL_EXCEPT)) ? before : -1;
}

int fedisableexcept(int exceptions)
{
	int before = fegetexcept();
	set_masked(masked() | ((unsigned)exceptions & FE_ALL_EXCEPT));
	return before;
}
