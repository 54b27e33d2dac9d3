/* A std::thread that needs little.
 * flags: -O2
 * truth: ends */
#include <thread>
int main(int argc, char **) {
  int result = 1;
  std::thread t([&] { result = argc - 1; });
  t.join();
  return result;
}
