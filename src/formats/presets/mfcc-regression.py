# A number from a sound’s MFCCs
from keras.models import Sequential
from keras.layers import Dense

n_mfcc = 40

model = Sequential()
model.add(Dense(280, activation='relu', input_shape=(n_mfcc,)))
model.add(Dense(300, activation='relu'))
model.add(Dense(1, activation='linear'))
model.compile(loss='mse', optimizer='adam', metrics=['mae'])
