#include "shimtest.h"

extern void _mcleanup(void), __cyg_profile_func_enter(void *, void *), __cyg_profile_func_exit(void *, void *);
extern void _dl_mcount_wrapper_check(void *);
extern int profil(unsigned short *, size_t, size_t, unsigned), __profile_frequency(void);

int main(void)
{
	VIA(__cyg_profile_func_enter)((void *)main, NULL);
	VIA(__cyg_profile_func_exit)((void *)main, NULL);
	VIA(_dl_mcount_wrapper_check)((void *)main);
	printf("%d %d\n", VIA(__profile_frequency)(), VIA(profil)(NULL, 0, 0, 0));
	return 0;
}
