/* recipe: mtrace
 * symbols: mtrace muntrace mcheck mcheck_pedantic mcheck_check_all mprobe
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: stub
 * differs: nothing is traced or checked; mcheck refuses (-1), mprobe says disabled
 * spec: glibc manual "Heap Consistency Checking", "Allocation Debugging"
 * scope: public
 */
#include "include/mc_loud.h"

/* glibc's MCHECK_DISABLED: the checks are not in use. */
enum { DISABLED = -1 };

void mtrace(void)
{
	MC_LOUD("nothing is traced");
}

void muntrace(void)
{
}

int mcheck(void (*on_error)(int))
{
	(void)on_error;
	MC_LOUD("nothing is checked");
	return -1;
}

int mcheck_pedantic(void (*on_error)(int))
{
	return mcheck(on_error);
}

void mcheck_check_all(void)
{
}

int mprobe(void *p)
{
	(void)p;
	return DISABLED;
}
