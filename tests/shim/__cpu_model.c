#include <stdio.h>

extern struct {
	unsigned vendor, type, subtype, features;
} __cpu_model;
extern unsigned __cpu_features2[3];
extern int __cpu_indicator_init(void);

int main(void)
{
	printf("%d\n", __cpu_indicator_init());
	printf("%u %u %u %08x\n", __cpu_model.vendor, __cpu_model.type, __cpu_model.subtype, __cpu_model.features);
	printf("%08x %08x %08x\n", __cpu_features2[0], __cpu_features2[1], __cpu_features2[2]);
}
