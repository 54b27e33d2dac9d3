/* recipe: profiling
 * symbols: monstartup __monstartup _mcleanup moncontrol _mcount __profile_frequency profil
 *   sprofil __cyg_profile_func_enter __cyg_profile_func_exit _dl_mcount_wrapper _dl_mcount_wrapper_check
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: x86_64 i386 aarch64
 * needs: -
 * fidelity: stub
 * differs: nothing is profiled and no gmon.out is written
 * spec: Linux man-pages profil(3); gprof manual; gcc manual -finstrument-functions
 * scope: public
 */
#include "include/mc_loud.h"

void monstartup(unsigned long low, unsigned long high)
{
	(void)low;
	(void)high;
	MC_LOUD("nothing is profiled");
}

void __monstartup(unsigned long low, unsigned long high)
{
	monstartup(low, high);
}

void _mcleanup(void)
{
}

void moncontrol(int on)
{
	(void)on;
}

int __profile_frequency(void)
{
	return 100;
}

int profil(unsigned short *counts, unsigned long n, unsigned long offset, unsigned scale)
{
	(void)counts;
	(void)n;
	(void)offset;
	(void)scale;
	MC_LOUD("nothing is profiled");
	return 0;
}

int sprofil(void *regions, int n, void *interval, unsigned flags)
{
	(void)regions;
	(void)n;
	(void)interval;
	(void)flags;
	MC_LOUD("nothing is profiled");
	return 0;
}

void __cyg_profile_func_enter(void *function, void *site)
{
	(void)function;
	(void)site;
}

void __cyg_profile_func_exit(void *function, void *site)
{
	(void)function;
	(void)site;
}

void _dl_mcount_wrapper(void *to)
{
	(void)to;
}

void _dl_mcount_wrapper_check(void *to)
{
	(void)to;
}

/* Called at the start of each function, before its arguments are safe: no register may change. */
__asm__(".text\n.globl _mcount\n.type _mcount, %function\n_mcount:\n\tret\n.size _mcount, .-_mcount\n");
