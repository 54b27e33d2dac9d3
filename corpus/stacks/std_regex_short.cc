/* std::regex on a text of 20 characters.
 * flags: -O2
 * truth: ends */
#include "in_thread.h"
#include <regex>
#include <string>
static void *work(void *x) {
  std::string text(20, 'a');
  return RESULT(!std::regex_match(text, std::regex("(a|b)*")));
}
