/* recipe: pthread_sigqueue
 * symbols: pthread_sigqueue
 * kind: implementation
 * glibc: GLIBC_2.11 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: works for the calling thread; another thread gets the signal without its value
 * spec: Linux man-pages pthread_sigqueue(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int pthread_sigqueue(pthread_t thread, int signal, const union sigval value)
{
	if (!pthread_equal(thread, pthread_self())) return pthread_kill(thread, signal);
	siginfo_t info;
	memset(&info, 0, sizeof info);
	info.si_signo = signal;
	info.si_code = SI_QUEUE;
	info.si_pid = getpid();
	info.si_uid = getuid();
	info.si_value = value;
	return syscall(SYS_rt_tgsigqueueinfo, getpid(), syscall(SYS_gettid), signal, &info) ? errno : 0;
}
