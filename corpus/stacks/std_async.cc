/* A frame of 200,000 bytes in std::async.
 * flags: -O2
 * truth: crashes */
#include <future>
__attribute__((noipa)) static int touch(volatile char *p, long n) { for (long i = 0; i < n; i += 512) p[i] = 1; return p[0] - 1; }
__attribute__((noipa)) static int deep(int n) { char b[200000]; return touch(b, 200000) + n; }
int main(int argc, char **) { return std::async(std::launch::async, deep, argc - 1).get(); }
