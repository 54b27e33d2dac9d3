/* recipe: on_exit
 * symbols: on_exit
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: the function gets status 0: musl's exit tells nobody its argument
 * spec: Linux man-pages on_exit(3)
 * scope: public
 */
#include <stdlib.h>

struct entry {
	void (*run)(int, void *);
	void *arg;
};

int __cxa_atexit(void (*)(void *), void *, void *);

static void run(void *p)
{
	struct entry e = *(struct entry *)p;
	free(p);
	e.run(0, e.arg);
}

int on_exit(void (*f)(int, void *), void *arg)
{
	struct entry *e = malloc(sizeof *e);
	if (!e) return -1;
	*e = (struct entry){f, arg};
	if (!__cxa_atexit(run, e, NULL)) return 0;
	free(e);
	return -1;
}
