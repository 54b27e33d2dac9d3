/* Lua: a function of Lua that calls itself 10,000 times, which takes no stack of C.
 * flags: -O2
 * needs: liblua5.4.so.0
 * truth: ends */
#include "in_thread.h"
void *luaL_newstate(void);
void luaL_openlibs(void *);
int luaL_loadstring(void *, const char *);
int lua_pcallk(void *, int, int, int, long, void *);
static int lua(const char *code) {
  void *l = luaL_newstate();
  luaL_openlibs(l);
  return luaL_loadstring(l, code) || lua_pcallk(l, 0, 0, 0, 0, 0);
}

static void *work(void *x) {
  return RESULT(lua("local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end assert(f(10000) == 10000)"));
}
