/* recipe: __fread_chk
 * symbols: __fread_chk __fread_unlocked_chk
 * kind: wrapper
 * glibc: GLIBC_2.7
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fread; C11 7.21.8.1
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <stdint.h>
#include <stdio.h>

static void check(size_t room, size_t size, size_t n)
{
	if (size && n > room / size) mc_chk_fail();
}

size_t __fread_chk(void *restrict b, size_t room, size_t size, size_t n, FILE *restrict f)
{
	check(room, size, n);
	return fread(b, size, n, f);
}

size_t __fread_unlocked_chk(void *restrict b, size_t room, size_t size, size_t n, FILE *restrict f)
{
	check(room, size, n);
	return fread_unlocked(b, size, n, f);
}
