#include "shimtest.h"
#include <netdb.h>

int main(void)
{
	struct addrinfo hints = {.ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM};
	struct gaicb a = {.ar_name = "127.0.0.1", .ar_service = "80", .ar_request = &hints};
	struct gaicb b = {.ar_name = "not numeric", .ar_request = &hints};
	struct gaicb *list[] = {&a, NULL, &b};
	printf("%d\n", VIA(getaddrinfo_a)(GAI_WAIT, list, 3, NULL));
	printf("%d %d %d\n", VIA(gai_error)(&a), VIA(gai_error)(&b) == EAI_NONAME, a.ar_result && a.ar_result->ai_family == AF_INET);
	struct gaicb c = {.ar_name = "::1", .ar_request = &hints};
	const struct gaicb *wait[] = {&c};
	struct gaicb *start[] = {&c};
	printf("%d\n", VIA(getaddrinfo_a)(GAI_NOWAIT, start, 1, NULL));
	while (VIA(gai_suspend)(wait, 1, NULL) == EAI_INTR) {}
	printf("%d %d\n", VIA(gai_error)(&c), VIA(gai_cancel)(&c) == EAI_ALLDONE);
	return 0;
}
