/* libunbound: local data with an HTTPS record, for whose parameters it keeps 65,536 pointers.
 * flags: -O2 -pthread
 * needs: libunbound.so.8
 * truth: crashes */
#include <pthread.h>
void *ub_ctx_create(void);
int ub_ctx_data_add(void *, const char *);
/* The context is made by main: what the thread maps itself could lie where its stack runs over. */
static void *work(void *x) { return (void *)(long)ub_ctx_data_add(x, "b.example. IN HTTPS 1 . port=443 alpn=h2"); }
int main(void) {
  pthread_t t;
  void *context = ub_ctx_create(), *result = (void *)1L;
  if (!context || ub_ctx_data_add(context, "a.example. IN A 127.0.0.1")) return 3;
  if (pthread_create(&t, 0, work, context) || pthread_join(t, &result)) return 2;
  return (int)(long)result;
}
