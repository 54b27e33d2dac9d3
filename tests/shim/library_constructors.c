/* A program's own arrays are not moved, so nothing happens; test_engine.py has a library whose array is. */
#include <stdio.h>
extern void __gmon_start__(void) __attribute__((weak));
int main(void)
{
	if (__gmon_start__)
		__gmon_start__();
	puts("goes on");
}
