#include "shimtest.h"
int main(void)
{
	char text[100] = "";
	setenv("LOGNAME", "somebody-else", 1);
	errno = 0;
	char *p = VIA(getlogin)();
	printf("%s %d\n", p ? p : "null", p ? 0 : errno);
	int r = VIA(getlogin_r)(text, sizeof text);
	printf("%d %s\n", r, text);
	printf("%d\n", VIA(getlogin_r)(text, 1));
}
