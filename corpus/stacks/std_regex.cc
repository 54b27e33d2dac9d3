/* std::regex, which calls itself for each character, on a text of 3,000.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
#include <regex>
#include <string>
static void *work(void *x) {
  std::string text(3000, 'a');
  return RESULT(!std::regex_match(text, std::regex("(a|b)*")));
}
