/* recipe: __issignalingl
 * symbols: __issignalingl
 * kind: implementation
 * glibc: GLIBC_2.18
 * arch: x86_64 i386
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-1 issignaling; Intel SDM volume 1, 4.2.2 (double extended format)
 * scope: public
 */
#include <stdint.h>
#include <string.h>

/* Unsupported encodings, which no operation gives, signal too. */
int __issignalingl(long double x)
{
	uint64_t mantissa;
	uint16_t exponent;
	memcpy(&mantissa, &x, 8);
	memcpy(&exponent, (char *)&x + 8, 2);
	if ((exponent & 0x7fff) != 0x7fff) return (exponent & 0x7fff) && !(mantissa >> 63);
	return !(mantissa >> 63) || (mantissa << 1 && !(mantissa >> 62 & 1));
}
