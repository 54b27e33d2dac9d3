/* recipe: fegetmode
 * symbols: fegetmode fesetmode fesetexcept fetestexceptflag
 * kind: implementation
 * glibc: GLIBC_2.25
 * arch: x86_64
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-1 femode_t; C23 7.6.4, 7.6.5
 * scope: public
 */
#include <fenv.h>

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

int fetestexceptflag(const fexcept_t *flags, int exceptions)
{
	return *flags & exceptions & FE_ALL_EXCEPT;
}
