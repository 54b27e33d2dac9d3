#include "shimtest.h"
#include <netinet/in.h>
#include <resolv.h>
#undef _res
extern struct __res_state _res;
int main(void)
{
	struct __res_state zero = {0};
	_res.retry = 3;
	printf("%zu %d\n", sizeof zero, _res.retry);
}
