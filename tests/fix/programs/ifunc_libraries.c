/* gcc: -O1 -fPIE -pie
 * gcc: -O1 -fno-pie -no-pie -Wl,-z,now
 * gcc: -O1 -fPIE -pie -rdynamic -Wl,-z,norelro
 *
 * IFUNC in libraries: of one that the program needs, and of one that it opens; the exported ones are used by the program and
 * by another library. */
#include <dlfcn.h>
#include <stdio.h>

int exported(int);
int inside(int);
int by_other(int);
extern int (*pointer_in_library)(int);

int main(void)
{
	void *plugin = dlopen("./libplugin.so", RTLD_NOW | RTLD_GLOBAL);
	int (*call)(int) = plugin ? (int (*)(int))dlsym(plugin, "plugin_call") : 0;
	int (*direct)(int) = plugin ? (int (*)(int))dlsym(plugin, "plugin_exported") : 0;
	int (*mine)(int) = exported;

	if (!call || !direct) {
		printf("%s\n", dlerror());
		return 1;
	}
	printf("%d %d %d %d\n", exported(1), inside(2), by_other(3), pointer_in_library(4));
	printf("%d %d %d\n", call(5), direct(6), mine(7));
	return 0;
}
