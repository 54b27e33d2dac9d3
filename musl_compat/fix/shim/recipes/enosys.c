/* recipe: enosys
 * symbols: chflags fchflags fattach fdetach getmsg getpmsg putmsg putpmsg gtty stty revoke setlogin sstk vlimit
 *   vtimes bdflush create_module get_kernel_syms nfsservctl query_module uselib sysctl __sysctl advance
 *   step loc1 loc2 locs
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: advance and step match nothing
 * spec: Linux man-pages unimplemented(2), STREAMS; glibc answers ENOSYS to the system calls too
 * scope: public
 */
#include <errno.h>

#define REFUSE(name) \
	long name(void) \
	{ \
		errno = ENOSYS; \
		return -1; \
	}

/* Called with arguments, which nobody looks at. */
REFUSE(chflags)
REFUSE(fchflags)
REFUSE(fattach)
REFUSE(fdetach)
REFUSE(getmsg)
REFUSE(getpmsg)
REFUSE(putmsg)
REFUSE(putpmsg)
REFUSE(gtty)
REFUSE(stty)
REFUSE(revoke)
REFUSE(setlogin)
REFUSE(sstk)
REFUSE(vlimit)
REFUSE(vtimes)
REFUSE(bdflush)
REFUSE(create_module)
REFUSE(get_kernel_syms)
REFUSE(nfsservctl)
REFUSE(query_module)
REFUSE(uselib)
REFUSE(sysctl)
REFUSE(__sysctl)

char *loc1, *loc2, *locs;

int advance(const char *text, const char *compiled)
{
	(void)text;
	(void)compiled;
	return 0;
}

int step(const char *text, const char *compiled)
{
	return advance(text, compiled);
}
