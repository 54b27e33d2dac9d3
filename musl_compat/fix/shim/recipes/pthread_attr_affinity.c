/* recipe: pthread_attr_affinity
 * symbols: pthread_attr_setaffinity_np pthread_attr_getaffinity_np
 * kind: implementation
 * glibc: GLIBC_2.3.3 GLIBC_2.3.4 GLIBC_2.32 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: the set is remembered and read back, but threads made with the attribute run on every CPU of the
 *   process
 * spec: Linux man-pages pthread_attr_setaffinity_np(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "include/mc_loud.h"

/* musl's pthread_attr_t has no room for a set: kept beside it, by the attribute's address. */
struct entry {
	const pthread_attr_t *attr;
	size_t size;
	unsigned char *set;
	struct entry *next;
};

static struct entry *entries;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct entry **find(const pthread_attr_t *attr)
{
	struct entry **e = &entries;
	while (*e && (*e)->attr != attr) e = &(*e)->next;
	return e;
}

static void drop(struct entry **e)
{
	struct entry *gone = *e;
	*e = gone->next;
	free(gone->set);
	free(gone);
}

static int keep(struct entry **e, const pthread_attr_t *attr, size_t size, const cpu_set_t *set)
{
	struct entry *made = malloc(sizeof *made);
	unsigned char *copy = malloc(size);
	if (!made || !copy) {
		free(made);
		free(copy);
		return ENOMEM;
	}
	if (*e) drop(e);
	*made = (struct entry){attr, size, memcpy(copy, set, size), *e};
	*e = made;
	return 0;
}

int pthread_attr_setaffinity_np(pthread_attr_t *attr, size_t size, const cpu_set_t *set)
{
	int result = 0;
	MC_LOUD("new threads run on every CPU of the process");
	pthread_mutex_lock(&lock);
	struct entry **e = find(attr);
	if (size && set) result = keep(e, attr, size, set);
	else if (*e) drop(e);
	pthread_mutex_unlock(&lock);
	return result;
}

int pthread_attr_getaffinity_np(const pthread_attr_t *attr, size_t size, cpu_set_t *set)
{
	int result = 0;
	pthread_mutex_lock(&lock);
	struct entry *e = *find(attr);
	if (!e) {
		memset(set, 255, size);
	} else {
		for (size_t i = size; i < e->size; i++) result = e->set[i] ? EINVAL : result;
		if (!result) memcpy(set, e->set, size < e->size ? size : e->size);
		if (!result && size > e->size) memset((unsigned char *)set + e->size, 0, size - e->size);
	}
	pthread_mutex_unlock(&lock);
	return result;
}
