/* Lua: string.gsub with a function that calls string.gsub, 95 levels deep.
 * flags: -O2
 * needs: liblua5.4.so.0
 * truth: crashes */
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
  return RESULT(lua("local function f(n) if n == 0 then return 'x' end"
                    " return (string.gsub('a', 'a', function() return f(n - 1) end)) end assert(f(95) == 'x')"));
}
