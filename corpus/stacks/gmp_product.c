/* GMP: the product of two numbers of 200,000 digits, and its square root.
 * flags: -O2
 * needs: libgmp.so.10
 * truth: ends */
#include "in_thread.h"
typedef struct { int alloc, size; void *d; } mpz;
void __gmpz_init(mpz *);
void __gmpz_ui_pow_ui(mpz *, unsigned long, unsigned long);
void __gmpz_mul(mpz *, const mpz *, const mpz *);
void __gmpz_sqrt(mpz *, const mpz *);
int __gmpz_cmp(const mpz *, const mpz *);
static void *work(void *x) {
  mpz a, b;
  __gmpz_init(&a);
  __gmpz_init(&b);
  __gmpz_ui_pow_ui(&a, 7, 240000);
  __gmpz_mul(&b, &a, &a);
  __gmpz_sqrt(&b, &b);
  return RESULT(__gmpz_cmp(&a, &b));
}
