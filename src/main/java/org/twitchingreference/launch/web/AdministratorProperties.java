package org.twitchingreference.launch.web;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How an administrator of this machine ends launches.
 *
 * @param tokenFile a file with the token that the administrator shows: 32 random
 * characters or more
 */
@ConfigurationProperties("twitching.admin")
record AdministratorProperties(Path tokenFile) {

}
