#include "shimtest.h"

int main(void)
{
	char b[] = "hello", c[] = "aaab";
	hex("b", VIA(memfrob)(b, 5), 6);
	VIA(strfry)(c);
	printf("%zu %d\n", strlen(c), strchr(c, 'b') != NULL);
	return 0;
}
