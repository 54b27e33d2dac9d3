/* recipe: __issignalingl_quad
 * symbols: __issignalingl
 * kind: implementation
 * glibc: GLIBC_2.18
 * arch: aarch64 riscv64 s390x loongarch64
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-1 issignaling; IEEE 754 binary128
 * scope: public
 */
#include <stdint.h>
#include <string.h>

/* A NaN whose quiet bit is clear. */
int __issignalingl(long double x)
{
	unsigned __int128 bits;
	memcpy(&bits, &x, 16);
	uint64_t high = (uint64_t)(bits >> 64) & INT64_MAX, low = (uint64_t)bits;
	return high >> 48 == 0x7fff && (high << 16 || low) && !(high >> 47 & 1);
}
