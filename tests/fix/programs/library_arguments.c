/* gcc: -O1 -fPIE -pie
 * gcc: -O1 -fno-pie -no-pie
 *
 * Constructors of libraries get (argc, argv, envp): of one that the program needs, and of one that it opens. */
#include <dlfcn.h>
#include <stdio.h>

int first(void);

int main(void)
{
	void *plugin = dlopen("./libplugin.so", RTLD_NOW);

	printf("%d\n", first());
	if (!plugin)
		return puts(dlerror()), 1;
	printf("%d\n", ((int (*)(void))dlsym(plugin, "plugin"))());
}
