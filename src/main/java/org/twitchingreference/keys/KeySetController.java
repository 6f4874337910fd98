package org.twitchingreference.keys;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the public keys by which EHRs recognise this client. */
@RestController
class KeySetController {

	private final ClientKeys keys;

	KeySetController(ClientKeys keys) {
		this.keys = keys;
	}

	/**
	 * The key set (SMART App Launch 2.2, client-confidential-asymmetric). It may be
	 * cached no longer than a new key is published before it signs.
	 */
	@GetMapping(path = "/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<String> keys() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(RotateKeysCommand.SHORTEST).cachePublic())
			.body(this.keys.publicKeys());
	}

}
