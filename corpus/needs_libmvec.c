/* Vector maths of libmvec.so.1: a library that musl does not have, and its symbols.
 * flags: -O3 -ffast-math -lm */
#include <math.h>
double data[256];
int main(void)
{
  for (int i = 0; i < 256; i++) data[i] = cos(data[i]);
  return data[3] < -2;
}
