/* recipe: fegetmode
 * symbols: fegetmode fesetmode fesetexcept fetestexceptflag
 * kind: implementation
 * glibc: GLIBC_2.25
 * arch: x86_64 i386 aarch64
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-1 femode_t; C23 7.6.4, 7.6.5; Intel SDM volume 1, 8.1.5 and 10.2.3
 * scope: public
 */
#include <fenv.h>

#ifdef __aarch64__
/* glibc's femode_t on AArch64 is FPCR. (unsigned *)-1 is FE_DFL_MODE. */
int fegetmode(unsigned *out)
{
	unsigned long control;
	__asm__ volatile("mrs %0, fpcr" : "=r"(control));
	*out = (unsigned)control;
	return 0;
}

int fesetmode(const unsigned *in)
{
	const unsigned long modes = 0x07c09f00UL; /* traps, rounding, flush to zero, default NaN, half precision */
	unsigned long control;
	__asm__ volatile("mrs %0, fpcr" : "=r"(control));
	control = (control & ~modes) | (in == (const unsigned *)-1 ? 0 : *in & modes);
	__asm__ volatile("msr fpcr, %0" : : "r"(control));
	return 0;
}

/* FPSR does not trap when it is written. */
int fesetexcept(int exceptions)
{
	unsigned long status;
	__asm__ volatile("mrs %0, fpsr" : "=r"(status));
	status |= (unsigned)exceptions & FE_ALL_EXCEPT;
	__asm__ volatile("msr fpsr, %0" : : "r"(status));
	return 0;
}
#else
/* glibc's femode_t on x86: the x87 control word, padding, MXCSR. */
struct mode {
	unsigned short x87, reserved;
	unsigned mxcsr;
};

int fegetmode(struct mode *out)
{
	out->reserved = 0;
	__asm__ volatile("fnstcw %0" : "=m"(out->x87));
	__asm__ volatile("stmxcsr %0" : "=m"(out->mxcsr));
	return 0;
}

/* The flags of MXCSR are no mode and stay. (struct mode *)-1 is FE_DFL_MODE. */
int fesetmode(const struct mode *in)
{
	unsigned mxcsr;
	unsigned short x87 = in == (const struct mode *)-1 ? 0x37f : in->x87;
	__asm__ volatile("stmxcsr %0" : "=m"(mxcsr));
	mxcsr = (mxcsr & FE_ALL_EXCEPT) | ((in == (const struct mode *)-1 ? 0x1f80 : in->mxcsr) & ~(unsigned)FE_ALL_EXCEPT);
	__asm__ volatile("fldcw %0" : : "m"(x87));
	__asm__ volatile("ldmxcsr %0" : : "m"(mxcsr));
	return 0;
}

/* Sets the flags without raising anything, also where a trap is enabled: MXCSR does not trap when it is loaded. */
int fesetexcept(int exceptions)
{
	unsigned mxcsr;
	__asm__ volatile("stmxcsr %0" : "=m"(mxcsr));
	mxcsr |= (unsigned)exceptions & FE_ALL_EXCEPT;
	__asm__ volatile("ldmxcsr %0" : : "m"(mxcsr));
	return 0;
}

#endif

int fetestexceptflag(const fexcept_t *flags, int exceptions)
{
	return (int)*flags & exceptions & FE_ALL_EXCEPT;
}
