/* recipe: dlmopen
 * symbols: dlmopen
 * kind: implementation
 * glibc: GLIBC_2.3.4 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: there is one namespace: only LM_ID_BASE works, a new one is refused
 * spec: Linux man-pages dlmopen(3)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_loud.h"
#include <dlfcn.h>

void *dlmopen(long space, const char *file, int flags)
{
	if (!space) return dlopen(file, flags);
	MC_LOUD("musl's loader has one namespace");
	/* leaves a message for dlerror, as a failed dlopen does */
	return dlopen("/nonexistent/namespace of its own (dlmopen)", flags);
}
