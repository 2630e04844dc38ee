// Package welfare is the welfare of disabled people, children and the old (残疾人、儿童、老年人福利): the two disability subsidies, 孤儿,
// 事实无人抚养, 困境, 留守 and 流动 children, and what the law says of allowances in old age.
package welfare

import "github.com/shegong/shegong/eligibility"

// Acts returns the acts on welfare, made anew each time.
func Acts() []eligibility.Act {
	return []eligibility.Act{
		subsidies(),
		orphans(),
		unsupported(),
		unsupportedMore(),
		hardship(),
		leftBehind(),
		migrant(),
		elderly(),
		vouchers(),
	}
}
