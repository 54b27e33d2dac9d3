#include "shimtest.h"

int main(void)
{
	printf("%s\n", VIA(canonicalize_file_name)("/usr/../usr/."));
	errno = 0;
	printf("%d ", VIA(canonicalize_file_name)("/nonexistent/x") == NULL);
	printf("%d\n", errno);
	return 0;
}
