/* A frame of 200,000 bytes in the threads of OpenMP.
 * flags: -O2 -fopenmp
 * needs: libgomp.so.1
 * truth: crashes */
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }
__attribute__((noipa)) static int deep(int n) { char b[200000]; return touch(b, 200000) + n; }
int main(int argc, char **argv) {
  int result = 0;
#pragma omp parallel num_threads(2) reduction(+ : result)
  result += deep(argc - 1);
  return result;
}
