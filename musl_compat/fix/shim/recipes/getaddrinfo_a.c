/* recipe: getaddrinfo_a
 * symbols: getaddrinfo_a gai_suspend gai_error gai_cancel
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: GAI_NOWAIT starts one thread for a list; a signal or thread notification comes after the whole list
 * spec: Linux man-pages getaddrinfo_a(3)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_time32.h"
#include <errno.h>
#include <netdb.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { WAIT, NOWAIT };
enum { INPROGRESS = -100, CANCELED = -101, NOTCANCELED = -102, ALLDONE = -103 };

/* glibc's struct gaicb: the last word before the reserved ones is the result. */
struct gaicb {
	const char *ar_name, *ar_service;
	const struct addrinfo *ar_request;
	struct addrinfo *ar_result;
	int status, reserved[5];
};

struct job {
	int n;
	struct sigevent event;
	struct gaicb *list[];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t done = PTHREAD_COND_INITIALIZER;

static void resolve(struct gaicb *one)
{
	struct addrinfo *found = NULL;
	int status = getaddrinfo(one->ar_name, one->ar_service, one->ar_request, &found);
	pthread_mutex_lock(&lock);
	one->ar_result = found;
	one->status = status;
	pthread_cond_broadcast(&done);
	pthread_mutex_unlock(&lock);
}

static void notify(const struct sigevent *event)
{
	if (event->sigev_notify == SIGEV_SIGNAL) sigqueue(getpid(), event->sigev_signo, event->sigev_value);
	if (event->sigev_notify == SIGEV_THREAD) event->sigev_notify_function(event->sigev_value);
}

static void *work(void *arg)
{
	struct job *job = arg;
	for (int i = 0; i < job->n; i++)
		if (job->list[i]) resolve(job->list[i]);
	notify(&job->event);
	free(job);
	return NULL;
}

int getaddrinfo_a(int mode, struct gaicb *list[], int n, struct sigevent *event)
{
	pthread_t thread;
	if (mode != WAIT && mode != NOWAIT) {
		errno = EINVAL;
		return EAI_SYSTEM;
	}
	struct job *job = malloc(sizeof *job + (size_t)n * sizeof *list);
	if (!job) return EAI_MEMORY;
	job->n = n;
	job->event = event ? *event : (struct sigevent){.sigev_notify = SIGEV_NONE};
	memcpy(job->list, list, (size_t)n * sizeof *list);
	for (int i = 0; i < n; i++)
		if (list[i]) list[i]->status = INPROGRESS;
	if (mode == WAIT) {
		job->event.sigev_notify = SIGEV_NONE;
		work(job);
		return 0;
	}
	if (pthread_create(&thread, NULL, work, job)) {
		free(job);
		return EAI_AGAIN;
	}
	pthread_detach(thread);
	return 0;
}

int gai_error(struct gaicb *one)
{
	pthread_mutex_lock(&lock);
	int status = one->status;
	pthread_mutex_unlock(&lock);
	return status;
}

int gai_cancel(struct gaicb *one)
{
	return gai_error(one) == INPROGRESS ? NOTCANCELED : ALLDONE;
}

int mc_gai_suspend(const struct gaicb *const *, int, const struct timespec *);

/* Returns when one of the list is done, or after the timeout (a duration). */
int mc_gai_suspend(const struct gaicb *const list[], int n, const struct timespec *timeout)
{
	struct timespec end;
	int result = ALLDONE, some = 0;
	clock_gettime(CLOCK_REALTIME, &end);
	if (timeout) {
		end.tv_sec += timeout->tv_sec;
		end.tv_nsec += timeout->tv_nsec;
		if (end.tv_nsec >= 1000000000) end.tv_nsec -= 1000000000, end.tv_sec++;
	}
	pthread_mutex_lock(&lock);
	for (;;) {
		some = 0;
		for (int i = 0; i < n; i++) {
			if (!list[i]) continue;
			some = 1;
			if (list[i]->status != INPROGRESS) {
				result = 0;
				break;
			}
		}
		if (!some || !result) break;
		int error = timeout ? pthread_cond_timedwait(&done, &lock, &end) : pthread_cond_wait(&done, &lock);
		if (error == ETIMEDOUT) {
			result = EAI_AGAIN;
			break;
		}
	}
	pthread_mutex_unlock(&lock);
	return result;
}

int gai_suspend(const struct gaicb *const list[], int n, const struct mc_timespec *timeout)
{
	return mc_gai_suspend(list, n, mc_from_time32(timeout, &(struct timespec){0, 0}));
}
