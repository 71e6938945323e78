# Sounds by their MFCCs, ten classes
from keras.models import Sequential
from keras.layers import Dense

n_mfcc = 40

model = Sequential()
model.add(Dense(280, activation='relu', input_shape=(n_mfcc,)))
model.add(Dense(300, activation='relu'))
model.add(Dense(10, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
