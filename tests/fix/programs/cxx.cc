/* gcc: -O1
 * fix: --bundle
 *
 * A C++ program with its libraries: locales, streams, threads, exceptions through them. */
#include <algorithm>
#include <atomic>
#include <future>
#include <iomanip>
#include <iostream>
#include <locale>
#include <map>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

static int thrower(int n)
{
	if (n == 0)
		throw std::out_of_range("zero");
	return thrower(n - 1) + 1;
}

int main()
{
	std::map<std::string, int> counts;
	std::istringstream words("to be or not to be");
	for (std::string word; words >> word;)
		counts[word]++;
	for (auto &[word, n] : counts)
		std::cout << word << '=' << n << ' ';
	std::cout << '\n' << std::setprecision(10) << 3.25 << ' ' << std::hex << 255 << std::dec << '\n';

	std::atomic<int> total{0};
	std::vector<std::thread> threads;
	for (int i = 0; i < 4; i++)
		threads.emplace_back([&total, i] {
			try {
				total += thrower(i);
			} catch (const std::out_of_range &) {
				total += 100;
			}
		});
	for (auto &thread : threads)
		thread.join();
	std::cout << total << ' ' << std::async(std::launch::async, thrower, 0).valid() << '\n';

	std::locale plain("C");
	std::cout << std::use_facet<std::ctype<char>>(plain).toupper('x') << std::isalpha('\xe4', plain) << '\n';
	std::cout << std::regex_replace(std::string("a1b22"), std::regex("[0-9]+"), "#") << '\n';
	std::wostringstream wide;
	wide << L"wide " << 42;
	std::cout << wide.str().size() << ' ' << std::stod("2.5") << ' ' << std::stoll("-77") << std::endl;
	return 0;
}
