/* recipe: __cpu_model
 * symbols: __cpu_model __cpu_indicator_init __cpu_features2
 * kind: implementation
 * glibc: -
 * arch: x86_64 i386
 * needs: -
 * fidelity: equivalent
 * differs: subtype is left 0 for models that have no number here; features past AMX (GCC 12's list) are not set
 * spec: GCC manual, "x86 Built-in Functions" (__builtin_cpu_init, __builtin_cpu_is, __builtin_cpu_supports); libgcc's
 *   documented layout {vendor, type, subtype, features}; Intel SDM vol. 2A CPUID; AMD APM vol. 3 appendix E
 * scope: public
 */
#include <cpuid.h>
#include <stdint.h>

struct model {
	unsigned vendor, type, subtype, features;
};

struct model __cpu_model;
unsigned __cpu_features2[3];

enum { VENDOR_INTEL = 1, VENDOR_AMD, VENDOR_OTHER };

enum leaf { L1_C, L1_D, L7_B, L7_C, L7_D, L7_1_A, LD_1_A, L14_B, L19_B, X1_C, X1_D, X8_B, LEAF_COUNT };

/* What a feature needs of the operating system before it may be used: the state that XCR0 must enable. */
enum needs { ALWAYS, NEEDS_AVX, NEEDS_AVX512, NEEDS_AMX };

struct feature {
	uint8_t number; /* its place in GCC's enumeration: bit of features, then of __cpu_features2 */
	uint8_t leaf, bit, needs;
};

static const struct feature table[] = {
	{0, L1_D, 15, ALWAYS}, {1, L1_D, 23, ALWAYS}, {2, L1_C, 23, ALWAYS}, {3, L1_D, 25, ALWAYS},
	{4, L1_D, 26, ALWAYS}, {5, L1_C, 0, ALWAYS}, {6, L1_C, 9, ALWAYS}, {7, L1_C, 19, ALWAYS},
	{8, L1_C, 20, ALWAYS}, {9, L1_C, 28, NEEDS_AVX}, {10, L7_B, 5, NEEDS_AVX}, {11, X1_C, 6, ALWAYS},
	{12, X1_C, 16, NEEDS_AVX}, {13, X1_C, 11, NEEDS_AVX}, {14, L1_C, 12, NEEDS_AVX}, {15, L7_B, 16, NEEDS_AVX512},
	{16, L7_B, 3, ALWAYS}, {17, L7_B, 8, ALWAYS}, {18, L1_C, 25, ALWAYS}, {19, L1_C, 1, ALWAYS},
	{20, L7_B, 31, NEEDS_AVX512}, {21, L7_B, 30, NEEDS_AVX512}, {22, L7_B, 17, NEEDS_AVX512},
	{23, L7_B, 28, NEEDS_AVX512}, {24, L7_B, 27, NEEDS_AVX512}, {25, L7_B, 26, NEEDS_AVX512},
	{26, L7_C, 1, NEEDS_AVX512}, {27, L7_B, 21, NEEDS_AVX512}, {28, L7_D, 2, NEEDS_AVX512},
	{29, L7_D, 3, NEEDS_AVX512}, {30, L7_C, 14, NEEDS_AVX512}, {31, L7_C, 6, NEEDS_AVX512},
	{32, L7_C, 8, ALWAYS}, {33, L7_C, 10, NEEDS_AVX}, {34, L7_C, 11, NEEDS_AVX512}, {35, L7_C, 12, NEEDS_AVX512},
	{36, L7_1_A, 5, NEEDS_AVX512}, {37, L7_D, 8, NEEDS_AVX512}, {38, X1_D, 31, ALWAYS}, {39, X1_D, 30, ALWAYS},
	{40, L7_B, 19, ALWAYS}, {41, X1_C, 5, ALWAYS}, {42, L7_C, 25, ALWAYS}, {43, L7_B, 23, ALWAYS},
	{44, L7_B, 24, ALWAYS}, {45, X8_B, 0, ALWAYS}, {46, L1_C, 13, ALWAYS}, {47, L1_D, 8, ALWAYS},
	{48, L7_C, 29, ALWAYS}, {49, L1_C, 29, NEEDS_AVX}, {50, L7_B, 0, ALWAYS}, {51, L1_D, 24, ALWAYS},
	{52, L7_B, 4, ALWAYS}, {53, L7_D, 20, ALWAYS}, {54, X1_C, 0, ALWAYS}, {55, X1_D, 29, ALWAYS},
	{56, X1_C, 15, NEEDS_AVX}, {57, X1_C, 5, ALWAYS}, {58, L1_C, 22, ALWAYS}, {59, L7_C, 28, ALWAYS},
	{60, L7_C, 27, ALWAYS}, {61, X1_C, 29, ALWAYS}, {62, L1_C, 27, ALWAYS}, {63, L7_D, 18, ALWAYS},
	{64, L7_C, 3, ALWAYS}, {65, L7_C, 0, ALWAYS}, {66, X1_C, 8, ALWAYS}, {67, L14_B, 4, ALWAYS},
	{68, L7_C, 22, ALWAYS}, {69, L1_C, 30, ALWAYS}, {70, L7_B, 18, ALWAYS}, {71, L7_B, 11, ALWAYS},
	{72, L7_D, 14, ALWAYS}, {73, L7_B, 2, ALWAYS}, {74, L7_B, 29, ALWAYS}, {75, L7_C, 7, ALWAYS},
	{76, X1_C, 21, ALWAYS}, {77, L7_D, 16, ALWAYS}, {78, L7_C, 9, NEEDS_AVX}, {79, L7_C, 5, ALWAYS},
	{80, X8_B, 9, ALWAYS}, {81, L1_C, 26, ALWAYS}, {82, LD_1_A, 1, ALWAYS}, {83, LD_1_A, 0, ALWAYS},
	{84, LD_1_A, 3, ALWAYS}, {85, L7_D, 24, NEEDS_AMX}, {86, L7_D, 25, NEEDS_AMX}, {87, L7_D, 22, NEEDS_AMX},
	{88, L7_D, 5, ALWAYS}, {89, L7_1_A, 22, ALWAYS}, {90, L7_C, 23, ALWAYS}, {92, L19_B, 2, ALWAYS},
	{91, L19_B, 0, ALWAYS}, {93, L7_1_A, 4, NEEDS_AVX}, {94, L7_D, 23, NEEDS_AVX512},
};

static void read_leaves(unsigned r[LEAF_COUNT], unsigned max)
{
	unsigned a, b, c, d;

	__cpuid(1, a, b, r[L1_C], r[L1_D]);
	if (max >= 7) {
		__cpuid_count(7, 0, a, r[L7_B], r[L7_C], r[L7_D]);
		if (a >= 1)
			__cpuid_count(7, 1, r[L7_1_A], b, c, d);
	}
	if (max >= 0xd)
		__cpuid_count(0xd, 1, r[LD_1_A], b, c, d);
	if (max >= 0x14)
		__cpuid_count(0x14, 0, a, r[L14_B], c, d);
	if (max >= 0x19)
		__cpuid(0x19, a, r[L19_B], c, d);
	__cpuid(0x80000000, max, b, c, d);
	if (max >= 0x80000001)
		__cpuid(0x80000001, a, b, r[X1_C], r[X1_D]);
	if (max >= 0x80000008)
		__cpuid(0x80000008, a, r[X8_B], c, d);
}

static unsigned usable_states(const unsigned r[LEAF_COUNT])
{
	unsigned low, high;

	if (!(r[L1_C] & 1U << 27))
		return 1U << ALWAYS;
	__asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
	return 1U << ALWAYS | ((low & 0x6) == 0x6 ? 1U << NEEDS_AVX : 0) |
	       ((low & 0xe6) == 0xe6 ? 1U << NEEDS_AVX512 : 0) | ((low & 0x60000) == 0x60000 ? 1U << NEEDS_AMX : 0);
}

static void set_features(const unsigned r[LEAF_COUNT])
{
	unsigned states = usable_states(r);

	for (unsigned i = 0; i < sizeof table / sizeof *table; i++) {
		const struct feature *f = &table[i];
		if (!(r[f->leaf] >> f->bit & 1) || !(states >> f->needs & 1))
			continue;
		if (f->number < 32)
			__cpu_model.features |= 1U << f->number;
		else
			__cpu_features2[f->number / 32 - 1] |= 1U << f->number % 32;
	}
}

static int has(unsigned number)
{
	return number < 32 ? __cpu_model.features >> number & 1 : __cpu_features2[number / 32 - 1] >> number % 32 & 1;
}

/* psABI "Micro-Architecture Levels": each level is a feature of its own, from 95 on, and includes the one below. */
static void set_levels(void)
{
	static const uint8_t level1[] = {0, 47, 51, 1, 3, 55, 4}, level2[] = {46, 54, 2, 5, 7, 8, 6},
			     level3[] = {9, 10, 16, 17, 49, 14, 57, 58, 62}, level4[] = {15, 21, 23, 22, 20};
	static const struct {
		const uint8_t *need;
		unsigned count;
	} levels[] = {{level1, sizeof level1}, {level2, sizeof level2}, {level3, sizeof level3}, {level4, sizeof level4}};

	for (unsigned level = 0; level < 4; level++) {
		for (unsigned i = 0; i < levels[level].count; i++)
			if (!has(levels[level].need[i]))
				return;
		__cpu_features2[(95 + level) / 32 - 1] |= 1U << (95 + level) % 32;
	}
}

enum { BONNELL = 1, CORE2, COREI7, FAM10H, FAM15H, SILVERMONT, KNL, BTVER1, BTVER2, FAM17H, KNM, GOLDMONT, GOLDMONT_PLUS,
       TREMONT, FAM19H };
enum { NEHALEM = 1, WESTMERE, SANDYBRIDGE, BARCELONA, SHANGHAI, ISTANBUL, BDVER1, BDVER2, BDVER3, BDVER4, ZNVER1, IVYBRIDGE,
       HASWELL, BROADWELL, SKYLAKE, SKYLAKE_AVX512, CANNONLAKE, ICELAKE_CLIENT, ICELAKE_SERVER, ZNVER2, CASCADELAKE,
       TIGERLAKE, COOPERLAKE, SAPPHIRERAPIDS, ALDERLAKE, ZNVER3, ROCKETLAKE };

static void set_intel_type(unsigned model)
{
	static const struct {
		uint8_t model, type, subtype;
	} known[] = {
		{0x1c, BONNELL, 0}, {0x26, BONNELL, 0}, {0x0f, CORE2, 0}, {0x17, CORE2, 0}, {0x1d, CORE2, 0},
		{0x37, SILVERMONT, 0}, {0x4a, SILVERMONT, 0}, {0x4d, SILVERMONT, 0}, {0x5a, SILVERMONT, 0},
		{0x5d, SILVERMONT, 0}, {0x57, KNL, 0}, {0x85, KNM, 0}, {0x5c, GOLDMONT, 0}, {0x5f, GOLDMONT, 0},
		{0x7a, GOLDMONT_PLUS, 0}, {0x86, TREMONT, 0}, {0x96, TREMONT, 0}, {0x9c, TREMONT, 0},
		{0x1a, COREI7, NEHALEM}, {0x1e, COREI7, NEHALEM}, {0x1f, COREI7, NEHALEM}, {0x2e, COREI7, NEHALEM},
		{0x25, COREI7, WESTMERE}, {0x2c, COREI7, WESTMERE}, {0x2f, COREI7, WESTMERE},
		{0x2a, COREI7, SANDYBRIDGE}, {0x2d, COREI7, SANDYBRIDGE}, {0x3a, COREI7, IVYBRIDGE},
		{0x3e, COREI7, IVYBRIDGE}, {0x3c, COREI7, HASWELL}, {0x3f, COREI7, HASWELL}, {0x45, COREI7, HASWELL},
		{0x46, COREI7, HASWELL}, {0x3d, COREI7, BROADWELL}, {0x47, COREI7, BROADWELL}, {0x4f, COREI7, BROADWELL},
		{0x56, COREI7, BROADWELL}, {0x4e, COREI7, SKYLAKE}, {0x5e, COREI7, SKYLAKE}, {0x8e, COREI7, SKYLAKE},
		{0x9e, COREI7, SKYLAKE}, {0xa5, COREI7, SKYLAKE}, {0xa6, COREI7, SKYLAKE}, {0xa7, COREI7, ROCKETLAKE},
		{0x55, COREI7, SKYLAKE_AVX512}, {0x66, COREI7, CANNONLAKE}, {0x6a, COREI7, ICELAKE_SERVER},
		{0x6c, COREI7, ICELAKE_SERVER}, {0x7d, COREI7, ICELAKE_CLIENT}, {0x7e, COREI7, ICELAKE_CLIENT},
		{0x9d, COREI7, ICELAKE_CLIENT}, {0x8c, COREI7, TIGERLAKE}, {0x8d, COREI7, TIGERLAKE},
		{0x8f, COREI7, SAPPHIRERAPIDS}, {0x97, COREI7, ALDERLAKE}, {0x9a, COREI7, ALDERLAKE},
	};

	for (unsigned i = 0; i < sizeof known / sizeof *known; i++) {
		if (known[i].model == model) {
			__cpu_model.type = known[i].type;
			__cpu_model.subtype = known[i].subtype;
		}
	}
	/* One model number, three cores: the later ones are told by what they can do. */
	if (model == 0x55 && has(36))
		__cpu_model.subtype = COOPERLAKE;
	else if (model == 0x55 && has(34))
		__cpu_model.subtype = CASCADELAKE;
}

static void set_amd_type(unsigned family, unsigned model)
{
	switch (family) {
	case 0x10:
		__cpu_model.type = FAM10H;
		__cpu_model.subtype = model == 2 ? BARCELONA : model == 4 ? SHANGHAI : model == 8 ? ISTANBUL : 0;
		break;
	case 0x14:
		__cpu_model.type = BTVER1;
		break;
	case 0x15:
		__cpu_model.type = FAM15H;
		__cpu_model.subtype = model == 2 ? BDVER2 : model < 0x10 ? BDVER1 : model < 0x30 ? BDVER2
				    : model < 0x50 ? BDVER3 : model < 0x80 ? BDVER4 : 0;
		break;
	case 0x16:
		__cpu_model.type = BTVER2;
		break;
	case 0x17:
		__cpu_model.type = FAM17H;
		__cpu_model.subtype = model <= 0x1f ? ZNVER1 : model >= 0x30 ? ZNVER2 : 0;
		break;
	case 0x19:
		__cpu_model.type = FAM19H;
		__cpu_model.subtype = model <= 0x0f || (model >= 0x20 && model <= 0x5f) ? ZNVER3 : 0;
		break;
	}
}

__attribute__((constructor(101))) int __cpu_indicator_init(void)
{
	unsigned r[LEAF_COUNT] = {0}, max, a, b, c, d, family, model;

	if (__cpu_model.vendor)
		return 0;
	if (!__get_cpuid_max(0, 0)) {
		__cpu_model.vendor = VENDOR_OTHER;
		return -1;
	}
	__cpuid(0, max, b, c, d);
	__cpu_model.vendor = b == 0x756e6547 ? VENDOR_INTEL : b == 0x68747541 ? VENDOR_AMD : VENDOR_OTHER;
	__cpuid(1, a, b, c, d);
	family = a >> 8 & 15;
	model = a >> 4 & 15;
	if (family == 15)
		family += a >> 20 & 255;
	if (family == 6 || family >= 15)
		model += a >> 12 & 0xf0;
	read_leaves(r, max);
	set_features(r);
	set_levels();
	if (__cpu_model.vendor == VENDOR_INTEL && family == 6)
		set_intel_type(model);
	if (__cpu_model.vendor == VENDOR_AMD)
		set_amd_type(family, model);
	return 0;
}
