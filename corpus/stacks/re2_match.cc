/* RE2: a group repeated over 100,000 characters.
 * flags: -O2
 * needs: libre2.so.9
 * truth: ends */
#include "in_thread.h"
#include <string>
namespace re2 {
class StringPiece { public: const char *p; size_t n; };
class RE2 {
 public:
  struct Arg;
  char room[400];
  RE2(const char *);
  static bool FullMatchN(const StringPiece &, const RE2 &, const Arg *const *, int);
};
}  // namespace re2
static void *work(void *x) {
  std::string text(100000, 'a');
  re2::RE2 re("(a|b)*");
  re2::StringPiece piece{text.data(), text.size()};
  return RESULT(!re2::RE2::FullMatchN(piece, re, nullptr, 0));
}
