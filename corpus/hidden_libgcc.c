/* A library that refers to __cpu_model of libgcc_s, which has it as a hidden version only.
 * flags: -shared -fPIC -Wl,--push-state,--no-as-needed,-lgcc_s,--pop-state
 * output: libhidden_libgcc.so */
extern unsigned model[];
__asm__(".symver model, __cpu_model@GCC_4.8.0");
unsigned vendor(void) { return model[0]; }
