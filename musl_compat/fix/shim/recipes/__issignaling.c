/* recipe: __issignaling
 * symbols: __issignaling __issignalingf
 * kind: implementation
 * glibc: GLIBC_2.18
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-1 issignaling
 * scope: public
 */
#include <stdint.h>
#include <string.h>

/* A NaN whose quiet bit is clear. */
int __issignaling(double x)
{
	uint64_t bits;
	memcpy(&bits, &x, sizeof bits);
	return (bits ^ 0x8000000000000ull) << 1 > 0xfff0000000000000ull;
}

int __issignalingf(float x)
{
	uint32_t bits;
	memcpy(&bits, &x, sizeof bits);
	return (bits ^ 0x400000u) << 1 > 0xff800000u;
}
