/* An exception that goes through ten frames of 5,000 bytes.
 * flags: -O2
 * truth: ends */
#include "in_thread.h"
#include <stdexcept>
__attribute__((noipa)) static int down(int n) {
  char b[5000];
  int r = touch(b, 5000);
  if (!n) throw std::runtime_error("deep");
  return r + down(n - 1) + b[0] - 1;
}
static void *work(void *x) { try { return RESULT(down(9)); } catch (const std::exception &) { return RESULT(0); } }
