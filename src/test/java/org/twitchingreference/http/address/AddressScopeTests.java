package org.twitchingreference.http.address;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressScopeTests {

	@ParameterizedTest
	@CsvSource({ "8.8.8.8, PUBLIC", "172.15.255.255, PUBLIC", "172.32.0.1, PUBLIC", "100.63.255.255, PUBLIC",
			"100.128.0.1, PUBLIC", "192.167.1.1, PUBLIC", "2a00:1450:4001::1, PUBLIC", "2606:4700::1, PUBLIC",
			"64:ff9b::808:808, PUBLIC" })
	void theInternetIsPublic(String address, AddressScope scope) throws UnknownHostException {
		assertThat(AddressScope.of(InetAddress.getByName(address))).isEqualTo(scope);
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.1, PRIVATE", "10.255.255.255, PRIVATE", "172.16.0.1, PRIVATE", "172.31.255.255, PRIVATE",
			"192.168.1.1, PRIVATE", "100.64.0.1, PRIVATE", "100.127.255.255, PRIVATE", "fc00::1, PRIVATE",
			"fd12:3456::1, PRIVATE", "::ffff:10.0.0.1, PRIVATE", "64:ff9b::a00:1, PRIVATE" })
	void aPrivateNetworkIsPrivateHoweverItIsWritten(String address, AddressScope scope) throws UnknownHostException {
		assertThat(AddressScope.of(InetAddress.getByName(address))).isEqualTo(scope);
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.255.255.255", "127.1", "2130706433", "::1", "::ffff:127.0.0.1",
			"64:ff9b::7f00:1" })
	void thisMachineIsThisMachineHoweverItIsWritten(String address) throws UnknownHostException {
		assertThat(AddressScope.of(InetAddress.getByName(address))).isEqualTo(AddressScope.THIS_MACHINE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "169.254.169.254", "169.254.0.1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe",
			"fe80::1", "febf::1", "fec0::1", "0.0.0.0", "0.1.2.3", "::", "::7f00:1", "224.0.0.1", "239.255.255.255",
			"ff02::1", "240.0.0.1", "255.255.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1",
			"198.51.100.1", "203.0.113.1", "2001:db8::1", "2001::1", "2002:7f00:1::1", "2002:a9fe:a9fe::1", "3fff::1",
			"100::1", "64:ff9b:1::a00:1", "5f00::1", "0a00::1", "4000::1" })
	void noEhrIsAtASpecialAddress(String address) throws UnknownHostException {
		assertThat(AddressScope.of(InetAddress.getByName(address))).isEqualTo(AddressScope.NOWHERE);
	}

	@ParameterizedTest
	@CsvSource({ "localhost, THIS_MACHINE", "127.0.0.1, THIS_MACHINE", "::1, THIS_MACHINE", "127.1, THIS_MACHINE",
			"2130706433, THIS_MACHINE", "10.1.2.3, PRIVATE", "fd00::1, PRIVATE", "169.254.169.254, NOWHERE",
			"256.1.1.1, NOWHERE", "0x7f.1, NOWHERE", "8.8.8.8, PUBLIC" })
	void anAddressForANameIsSomewhere(String host, AddressScope scope) {
		assertThat(AddressScope.named(host)).contains(scope);
	}

	@Test
	void aNameMayBeAnywhere() {
		assertThat(AddressScope.named("ehr.example.org")).isEmpty();
		assertThat(AddressScope.named("10.example.org")).isEmpty();
	}

}
